/**
 * The JSX runtime of a card's script: creates elements of Preact's shape for `draw`, without Preact, whose single file cannot be imported
 * in part. The build substitutes it for `preact/jsx-runtime` there (wxt.config.ts).
 */
export function jsx(type: unknown, props: Readonly<Record<string, unknown>>) {
  return { type, props };
}

export { jsx as jsxDEV, jsx as jsxs };

export function Fragment({ children }: { readonly children?: unknown }) {
  return children;
}
