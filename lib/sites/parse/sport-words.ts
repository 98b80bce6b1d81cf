import type { Sport } from '../../training';
import { lookup, squash } from './text';

/**
 * Strava's sport types, and their names in the languages of its pages as they appear in `document.title` (collected from exports and other
 * extensions, 2021–2026). Letters and digits only, so that "Virtual Ride" and "VirtualRide" are equal. A word that could mean two sports is
 * left out.
 */
export const SPORT_NAMES: Readonly<Record<Sport, string>> = {
  run:
    'Run|Running|TrailRun|VirtualRun|Treadmill|Course à pied|Course|Trail|Course virtuelle|Course à pied virtuelle|Course de trail|Course sur sentier|' +
    'Lauf|Laufen|Traillauf|Trailrunning|Virtueller Lauf|Corrida|Corrida em trilha|Corrida de trilha|Corrida em trilhos|Trail running|Corrida virtual|' +
    'Carrera|Carrera a pie|Correr|Carrera de montaña|Carrera por montaña|Carrera de trail|Carrera virtual|Corsa|Corsa su sentiero|Corsa trail|Trail run|Corsa virtuale|' +
    'Бег|Забег|Пробежка|Трейлраннинг|Трейлран|Трейл|Виртуальный забег|Виртуальный бег|ラン|ランニング|トレイルラン|トレイルランニング|バーチャルラン|' +
    'Hardlopen|Hardloopsessie|Run sessie|Trailrun|Virtuele hardloopsessie|Virtueel hardlopen|跑步|越野跑|越野跑步|虛擬跑步|虚拟跑步|Lari|Berlari|Lari Trail|Lari lintas alam|Lari Virtual',
  ride:
    'Ride|Cycling|MountainBikeRide|GravelRide|EBikeRide|EMountainBikeRide|VirtualRide|Handcycle|Velomobile|Sortie à vélo|Sortie vélo|Vélo|Cyclisme|Sortie VTT|VTT|' +
    'Sortie gravel|Gravel|Vélo de montagne|Sortie à vélo électrique|Sortie vélo électrique|Vélo électrique|Sortie VAE|Sortie à vélo virtuelle|Sortie vélo virtuelle|Vélo virtuel|Sortie virtuelle|' +
    'Radfahrt|Radfahren|Radtour|Fahrt|Mountainbikefahrt|Mountainbike-Tour|Mountainbiken|Gravelfahrt|Gravel-Fahrt|Gravelbike-Fahrt|E-Bike-Fahrt|E-Bike-Radfahrt|E-Mountainbike-Fahrt|Virtuelle Radfahrt|Virtuelle Fahrt|Virtuelles Radfahren|' +
    'Pedalada|Pedal|Ciclismo|Volta de bicicleta|Pedalada de mountain bike|Mountain bike|Pedalada de gravel|Pedalada gravel|Pedalada de e-bike|Pedalada elétrica|Pedalada virtual|Ciclismo virtual|' +
    'Bicicleta|Paseo en bicicleta|Salida en bicicleta|Recorrido en bicicleta|Vuelta en bicicleta|Vuelta ciclista|Ciclismo de montaña|Bicicleta de montaña|Bicicleta eléctrica|Bicicleta virtual|Recorrido virtual|Ciclismo de gravel|' +
    'Pedalata|Giro in bici|Uscita in bici|Pedalata in mountain bike|Pedalata gravel|Pedalata con e-bike|Pedalata in e-bike|Pedalata virtuale|Giro virtuale|Ciclismo virtuale|Handbike|' +
    'Велосипед|Велозаезд|Заезд|Заезд на велосипеде|Велопоездка|Горный велозаезд|Гравийный велозаезд|Заезд на электровелосипеде|Виртуальный заезд|Виртуальный велозаезд|' +
    'ライド|サイクリング|自転車|マウンテンバイク|マウンテンバイクライド|グラベルライド|Eバイクライド|バーチャルライド|Fietsrit|Fietsen|Rit|Fietstocht|Mountainbikerit|Mountainbiketocht|Gravelrit|E-bikerit|E-bike-rit|Virtuele rit|Virtuele fietsrit|Virtueel fietsen|' +
    '騎乘|騎行|骑行|自行車|自行车|單車|登山車騎乘|山地骑行|山地车骑行|公路骑行|砾石骑行|虛擬騎乘|虛擬騎行|虚拟骑行|電動自行車騎乘|电动自行车骑行|Bersepeda|Sepeda|Sepeda Gunung|Bersepeda Gunung|Bersepeda Gravel|Bersepeda Virtual|Sepeda Virtual|Sepeda Listrik',
  swim: 'Swim|Swimming|OpenWaterSwim|Natation|Nage|Schwimmen|Natação|Natación|Nuoto|Nuotata|Плавание|Заплыв|スイム|水泳|Zwemmen|Zwemsessie|游泳|Renang|Berenang',
  walk: 'Walk|Walking|Marche|Spaziergang|Gehen|Caminhada|Caminata|Caminar|Camminata|Passeggiata|Ходьба|Прогулка|ウォーキング|ウォーク|散歩|Wandeling|Wandelen|步行|散步|健走|Jalan|Jalan Kaki|Berjalan|Berjalan Kaki',
  hike: 'Hike|Hiking|Randonnée|Randonnée pédestre|Rando|Wandern|Wanderung|Trilha|Senderismo|Excursionismo|Escursione|Escursionismo|Поход|Хайкинг|ハイキング|ハイク|登山|Trektocht|健行|徒步|徒步旅行|远足|遠足|登山健行|Mendaki|Pendakian',
  row: 'Rowing|Row|VirtualRow|Aviron|Rameur|Rudern|Remo|Canottaggio|Гребля|Академическая гребля|ローイング|ボート漕ぎ|Roeien|划船|Mendayung|Dayung',
  ski:
    'Ski|Skiing|AlpineSki|BackcountrySki|NordicSki|RollerSki|Snowboard|Snowboarden|Ski alpin|Ski de fond|Ski nordique|Ski de randonnée|Ski-roue|Langlauf|Skilanglauf|Skitour|Skitouren|Rollski|' +
    'Esqui alpino|Esqui nórdico|Esqui de montanha|Esqui cross-country|Esquí alpino|Esquí nórdico|Esquí de fondo|Esquí de travesía|Esquí de montaña|Sci alpino|Sci di fondo|Sci nordico|Scialpinismo|Sci alpinismo|Skiroll|' +
    'Горные лыжи|Беговые лыжи|Лыжи|Скитур|Сноуборд|Лыжероллеры|アルペンスキー|スキー|クロスカントリースキー|ノルディックスキー|バックカントリースキー|スノーボード|ローラースキー|' +
    'Alpineskiën|Skiën|Langlaufen|Noords skiën|Toerskiën|高山滑雪|滑雪|越野滑雪|北歐滑雪|北欧滑雪|野外滑雪|滑雪板|單板滑雪|单板滑雪|Ski Alpen|Ski Nordik|Ski lintas alam',
  strength:
    'WeightTraining|Weights|StrengthTraining|Crossfit|Musculation|Renforcement musculaire|Entraînement aux poids|Gewichtstraining|Krafttraining|Musculação|Treino com pesos|Treino com peso|Treinamento com peso|Treino de força|' +
    'Entrenamiento con pesas|Entrenamiento de pesas|Entrenamiento de fuerza|Pesas|Musculación|Allenamento con i pesi|Allenamento pesi|Pesistica|Sollevamento pesi|Силовая тренировка|Силовая|Кроссфит|' +
    'ウェイトトレーニング|筋トレ|クロスフィット|Krachttraining|Gewichtstraining|重量訓練|重量训练|重訓|力量训练|力量訓練|Latihan Beban|Angkat Beban|Latihan Kekuatan',
  mobility: 'Yoga|Pilates|Stretching|Йога|Пилатес|ヨガ|ピラティス|瑜伽|瑜珈|普拉提|皮拉提斯',
  other:
    'Workout|HIIT|HighIntensityIntervalTraining|Elliptical|StairStepper|Badminton|Basketball|Canoeing|Cricket|Dance|Golf|IceSkate|InlineSkate|Kayaking|Kitesurf|Padel|Pickleball|PhysicalTherapy|Racquetball|RockClimbing|' +
    'Sail|Skateboard|Snowshoe|Soccer|Squash|StandUpPaddling|Surfing|TableTennis|Tennis|Volleyball|Wheelchair|Windsurf|Entraînement|Training|Treino|Entrenamiento|Allenamento|Тренировка|ワークアウト|訓練|训练|健身|锻炼|Latihan|Olahraga',
};

let table: ReadonlyMap<string, Sport> | undefined;

/**
 * The sports by their words, as `squash` writes them. A card's script in a page has none of the words at its start, because they would be a
 * fifth of it: its build takes lib/overlay/sport-words-in-page.ts instead of this file (wxt.config.ts).
 */
export function sportTable(): ReadonlyMap<string, Sport> {
  table ??= lookup(SPORT_NAMES, squash);
  return table;
}
