interface TicksProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly ticked: readonly Value[];
  /** Takes a function from the ticks at the time of the change to the new ticks. */
  readonly change: (flip: (before: readonly Value[]) => Value[]) => void;
  readonly hint?: string;
}

/** Several choices of a list. */
export function Ticks<Value extends string>({ legend, options, ticked, change, hint }: TicksProps<Value>) {
  const flip = (value: Value) => change((before) => (before.includes(value) ? before.filter((one) => one !== value) : [...before, value]));
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="ticks">
        {options.map(({ value, label }) => (
          <label key={value} class="tick">
            <input type="checkbox" data-value={value} checked={ticked.includes(value)} onChange={() => flip(value)} />
            {label}
          </label>
        ))}
      </div>
      {hint !== undefined && <small>{hint}</small>}
    </fieldset>
  );
}
