import type { ComponentChildren, VNode } from 'preact';

/**
 * Draws views into the page without Preact's renderer, which would be a fifth of the size limit of a card's script. It takes the same
 * elements, from views without hooks, and updates existing nodes in place instead of replacing them, so that focus and a screen reader's
 * position stay. It keeps the handlers of the elements that it created.
 */

type Props = Readonly<Record<string, unknown>>;
type Handler = (event: Event) => void;

const SVG = 'http://www.w3.org/2000/svg';
const handlers = new WeakMap<Element, Map<string, Handler>>();

/** Makes the children of `root` match the views. */
export function draw(root: Element, children: ComponentChildren): void {
  const wanted = flat(children);
  wanted.forEach((child, i) => {
    const there = root.childNodes[i];
    if (typeof child === 'string') {
      if (there instanceof Text) {
        if (there.data !== child) there.data = child;
      } else put(root, there, document.createTextNode(child));
      return;
    }
    const tag = child.type as string;
    const fits = there instanceof Element && there.localName === tag;
    const element = fits ? there : document.createElementNS(tag === 'svg' ? SVG : root.namespaceURI, tag);
    const { children: inner, ...props } = child.props as Props & { readonly children?: ComponentChildren };
    if (!fits) put(root, there, element);
    draw(element, inner);
    setProps(element, props);
  });
  while (root.childNodes.length > wanted.length) root.lastChild?.remove();
}

function put(root: Element, there: ChildNode | undefined, node: Node): void {
  if (there === undefined) root.append(node);
  else there.replaceWith(node);
}

/** Calls components, flattens lists, and drops empty values. */
function flat(children: ComponentChildren): (string | VNode<unknown>)[] {
  if (Array.isArray(children)) return children.flatMap(flat);
  if (children === null || children === undefined || typeof children === 'boolean') return [];
  if (typeof children !== 'object') return [String(children)];
  const node = children as VNode<unknown>;
  return typeof node.type === 'function' ? flat((node.type as (props: unknown) => ComponentChildren)(node.props)) : [node];
}

function setProps(element: Element, props: Props): void {
  const names = new Set<string>();
  const listeners = new Map<string, Handler>();
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) listeners.set(name.slice(2).toLowerCase(), value as Handler);
    else if (name === 'checked') (element as HTMLInputElement).checked = value === true;
    else if (name === 'value' && element instanceof HTMLTextAreaElement) element.value = String(value);
    // ARIA attributes have a value "false"; HTML attributes are left out instead.
    else if (value !== null && value !== undefined && (value !== false || name.startsWith('aria-'))) {
      // HTML attribute names are lower case, SVG's are not.
      names.add(element.namespaceURI === SVG ? name : name.toLowerCase());
      const text = value === true && !name.startsWith('aria-') ? '' : String(value);
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  }
  for (const name of element.getAttributeNames()) if (!names.has(name)) element.removeAttribute(name);
  for (const type of listeners.keys()) {
    if (!handlers.get(element)?.has(type)) element.addEventListener(type, (event) => handlers.get(element)?.get(type)?.(event));
  }
  // The listener stays once added, and does nothing when the view no longer has a handler.
  const before = handlers.get(element);
  if (before !== undefined) for (const type of before.keys()) if (!listeners.has(type)) listeners.set(type, () => {});
  handlers.set(element, listeners);
}
