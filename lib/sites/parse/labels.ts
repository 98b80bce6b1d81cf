import { fold, lookup } from './text';

export type StatKind = 'distance' | 'moving' | 'elapsed' | 'timer' | 'elevation' | 'heartRate' | 'averageHeartRate' | 'maximumHeartRate';

/**
 * Labels of the statistics in the languages of the pages. "Duration" alone appears on activities without movement and means elapsed time.
 */
const LABELS = {
  distance: 'distance|distanz|strecke|entfernung|distância|distancia|distanza|расстояние|дистанция|距離|距离|里程|afstand|jarak',
  moving:
    'moving time|temps de déplacement|durée de déplacement|temps en déplacement|temps en mouvement|durée en mouvement|temps de mouvement|temps actif|bewegungszeit|zeit in bewegung|in bewegung|' +
    'tempo em movimento|tempo de movimentação|tempo de movimento|tempo de deslocamento|tiempo en movimiento|tiempo de movimiento|tempo in movimento|tempo di movimento|tempo di spostamento|' +
    'время в движении|время движения|移動時間|移动时间|beweegtijd|bewegingstijd|tijd in beweging|bewogen tijd|waktu bergerak|waktu gerak',
  elapsed:
    'elapsed time|duration|temps écoulé|durée écoulée|durée totale|temps total|durée|verstrichene zeit|vergangene zeit|gesamtzeit|dauer|tempo decorrido|tempo total|duração|' +
    'tiempo transcurrido|tiempo total|duración|tempo trascorso|tempo totale|durata|прошедшее время|истекшее время|затраченное время|общее время|полное время|длительность|продолжительность|' +
    '経過時間|經過時間|经过时间|總時間|总时间|已用時間|已用时间|耗時|耗时|時長|时长|verstreken tijd|totale tijd|duur|waktu berlalu|waktu yang berlalu|waktu total|total waktu|durasi',
  // The time on the timer, as on Garmin's pages.
  timer: 'time|temps|zeit|tiempo|tempo|время|タイム|時間|时间|tijd|waktu',
  elevation:
    "elevation|elevation gain|elev gain|total ascent|ascent|elev. gain|total elevation gain|dénivelé|ascension totale|dénivelé positif|dénivelé +|élévation|gain d’altitude|gain d'altitude|altitude|höhenmeter|höhenunterschied|höhengewinn|höhenzunahme|anstieg|gesamtanstieg|anstieg gesamt|höhe|" +
    'elevação|subida total|ascenso total|ascesa totale|ganho de elevação|ganho de altitude|ganho altimétrico|desnivel|desnivel positivo|desnível|desnível positivo|elevación|ganancia de elevación|aumento de elevación|altitud|dislivello|dislivello positivo|elevazione|altitudine|' +
    'набор высоты|общий подъем|общий набор высоты|подъем|высота|獲得標高|総上昇量|標高|獲得高度|高度|hoogteverschil|hoogtemeters|hoogtewinst|hoogte|stijging|totale stijging|爬升|累計爬升|累计爬升|總爬升|总爬升|爬升高度|海拔爬升|海拔|海拔增益|海拔高度|elevasi|total pendakian|ketinggian|kenaikan elevasi|perolehan elevasi',
} as const;

const HEART_RATE =
  /heart ?rate|fre[qc]\w*\.? card|ritmo cardiaco|herzfrequenz|\bpuls\b|пульс|чсс|частота сердечных|сердечный ритм|心拍|hartslag|心率|(detak|denyut) jantung|\b(hr|fc|hf)\b/;
const AVERAGE =
  /\b(avg|average|moy|moyenne|durchschn\w*|mittlere|media|medio|med|prom|promedio|gem|gemiddelde)\b|ø|сред|平均|rata-rata|rerata/;
const MAXIMUM = /\b(max|maxi|maximum|maximale?|maxima|maximo|massima|maks\w*|hochste)\b|макс|最大|最高|tertinggi/;

let labels: ReadonlyMap<string, keyof typeof LABELS> | undefined;

/** The kind of statistic that a label names; null for a missing or unknown label. */
export function kindOfLabel(raw: string): StatKind | null {
  const label = fold(raw)
    .replace(/\(\?\)|[:?]/g, '')
    .trim();
  labels ??= lookup(LABELS, fold);
  const known = labels.get(label);
  if (known !== undefined) return known;
  if (!HEART_RATE.test(label)) return null;
  const [average, maximum] = [AVERAGE.test(label), isMaximum(label)];
  return average === maximum ? 'heartRate' : average ? 'averageHeartRate' : 'maximumHeartRate';
}

/** Whether a label means a maximum, in any language of the pages. */
export function isMaximum(raw: string): boolean {
  return MAXIMUM.test(fold(raw));
}
