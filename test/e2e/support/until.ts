const PATIENCE_MS = 20_000;
const PAUSE_MS = 30;

/** The value, once it satisfies the condition. */
export async function until<Value>(read: () => Promise<Value>, isDone: (value: Value) => boolean): Promise<Value> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const value = await read();
    if (isDone(value)) return value;
    if (Date.now() > end) throw new Error(`never as wanted: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
