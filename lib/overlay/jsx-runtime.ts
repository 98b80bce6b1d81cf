/**
 * What JSX becomes in a card's script: elements of Preact's shape for `draw`, without Preact, whose one file cannot be taken in parts. The build
 * puts it in the place of `preact/jsx-runtime` there (wxt.config.ts).
 */
export function jsx(type: unknown, props: Readonly<Record<string, unknown>>) {
  return { type, props };
}

export { jsx as jsxDEV, jsx as jsxs };

export function Fragment({ children }: { readonly children?: unknown }) {
  return children;
}
