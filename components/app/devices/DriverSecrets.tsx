import { useId, useState } from 'preact/hooks';
import { type Parsed, parseAddress, parseSecretTable, type SecretError } from '../../../lib/devices/drivers/hypervolt';
import type { AnyKind } from '../../../lib/devices/sensor';
import { number, t } from '../../../lib/i18n';
import type { KnownDevice } from '../../../lib/storage';

type Secret = AnyKind['secrets'][number];

interface DriverSecretsProps {
  readonly driverKind: AnyKind;
  readonly row: KnownDevice;
  readonly save: (secrets: NonNullable<KnownDevice['secrets']>) => Promise<void>;
}

const PARSERS: Readonly<Record<Secret, (text: string) => Parsed>> = { address: parseAddress, table: parseSecretTable };

/** Input for what the driver needs before it can work: checked, and stored with this device. */
export function DriverSecrets({ driverKind, row, save }: DriverSecretsProps) {
  return (
    <section class="secrets stack" aria-label={t('secretsTitle')} data-secrets>
      <div class="stack tight">
        <h3>{t('secretsTitle')}</h3>
        <small>{t('secretsText')}</small>
      </div>
      {driverKind.secrets.map((secret) => (
        <SecretForm key={secret} secret={secret} there={row.secrets?.[secret] !== undefined} save={(bytes) => save({ [secret]: bytes })} />
      ))}
    </section>
  );
}

interface SecretFormProps {
  readonly secret: Secret;
  readonly there: boolean;
  readonly save: (bytes: Uint8Array) => Promise<void>;
}

function SecretForm({ secret, there, save }: SecretFormProps) {
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Error | null>(null);
  const hint = useId();
  if (failure !== null) throw failure;
  const parsed = text.trim() === '' ? null : PARSERS[secret](text);
  const wrong = parsed !== null && !parsed.ok;
  const label = t(secret === 'address' ? 'secretAddress' : 'secretTable');
  const input = {
    class: 'mono',
    spellcheck: false,
    autocomplete: 'off',
    value: text,
    'aria-label': label,
    'aria-describedby': hint,
    'aria-invalid': wrong,
    onInput: (event: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) => setText(event.currentTarget.value),
  };
  return (
    <form
      class="stack tight"
      data-secret={secret}
      data-there={there}
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed?.ok) save(parsed.bytes).then(() => setText(''), setFailure);
      }}
    >
      <span class="between">
        <span class="question">{label}</span>
        <small role="status">{t(there ? 'secretThere' : 'secretMissing')}</small>
      </span>
      {secret === 'address' ? <input type="text" placeholder="10:20:30:40:50:60" {...input} /> : <textarea rows={3} {...input} />}
      <small id={hint}>{parsed !== null && !parsed.ok ? <strong>{secretErrorWords(parsed.error)}</strong> : t(HINTS[secret])}</small>
      <div class="row">
        <button type="submit" class="quiet" disabled={!parsed?.ok} aria-label={t('secretSaveName', label)}>
          {t('deviceRenameSave')}
        </button>
        {secret === 'table' && (
          <input
            type="file"
            accept=".json,.txt,.hex"
            aria-label={t('secretFile')}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              file?.text().then(setText, setFailure);
            }}
          />
        )}
      </div>
    </form>
  );
}

const HINTS = { address: 'secretAddressHint', table: 'secretTableHint' } as const;

/** Why the input cannot be the secret. */
function secretErrorWords(error: SecretError): string {
  switch (error.name) {
    case 'not-an-address':
      return t('secretNotAddress');
    case 'not-hex-or-json':
      return t('secretNotHex');
    case 'wrong-length':
      return t('secretLength', number(error.neededBytes), number(error.receivedBytes));
    case 'not-a-byte':
      return t('secretNotByte', number(error.index + 1));
    case 'all-the-same':
      return t('secretAllSame');
  }
}
