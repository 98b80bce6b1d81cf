/** What every object on a bus answers, whatever it is: `Properties`, and `ObjectManager` at the root. */
import type { Variant } from '@particle/dbus-next';
import { BluezError } from './bluez-error';
import { type BusInterface, listProperties, type Method, type ObjectTree } from './object-tree';

export function standardMethod(tree: ObjectTree, path: string, interfaceName: string, member: string): Method | null {
  if (interfaceName === 'org.freedesktop.DBus.ObjectManager' && path === '/' && member === 'GetManagedObjects') {
    const managed = () => Object.fromEntries([...tree.objects].map(([at, object]) => [at, listProperties(object)]));
    return () => ({ signature: 'a{oa{sa{sv}}}', body: [managed()] });
  }
  if (interfaceName !== 'org.freedesktop.DBus.Properties' || !tree.objects.has(path)) return null;
  return propertyMethod(tree, path, member);
}

function propertyMethod(tree: ObjectTree, path: string, member: string): Method | null {
  const find = (name: unknown): BusInterface => {
    const found = tree.objects.get(path)?.[String(name)];
    if (found === undefined) throw new BluezError('org.bluez.Error.DoesNotExist', `${path} has no interface ${name}`);
    return found;
  };
  switch (member) {
    case 'GetAll':
      return ([name]) => ({ signature: 'a{sv}', body: [find(name).properties] });
    case 'Get':
      return ([name, property]) => {
        const value = find(name).properties[String(property)];
        if (value === undefined) throw new BluezError('org.bluez.Error.DoesNotExist', `${name} has no property ${property}`);
        return { signature: 'v', body: [value] };
      };
    case 'Set':
      return ([name, property, value]) => {
        find(name);
        // The bus checked the signature of the call: the third argument is a variant.
        const changes = { [String(property)]: value as Variant<unknown> };
        return { afterwards: () => tree.set(path, String(name), changes) };
      };
    default:
      return null;
  }
}
