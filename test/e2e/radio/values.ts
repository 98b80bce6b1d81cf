/** Values of properties, with their D-Bus types. */
import { Variant } from '@particle/dbus-next';

export const text = (value: string) => new Variant('s', value);
export const texts = (values: readonly string[]) => new Variant('as', [...values]);
export const flag = (value: boolean) => new Variant('b', value);
export const count = (value: number) => new Variant('u', value);
export const signed = (value: number) => new Variant('n', value);
export const path = (value: string) => new Variant('o', value);
export const paths = (values: readonly string[]) => new Variant('ao', [...values]);
/** dbus-next knows an array of bytes only as a Buffer. */
export const bytes = (value: Uint8Array) => new Variant('ay', Buffer.from(value));
