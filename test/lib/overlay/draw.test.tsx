import type { ComponentChildren } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draw } from '../../../lib/overlay/draw';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

const Named = ({ name, children }: { name: string; children?: ComponentChildren }) => (
  <p title={name}>
    {name}: {children}
  </p>
);

describe('drawing', () => {
  it('calls components, flattens lists, leaves out empty values', () => {
    draw(
      root,
      <>
        <Named name="a">
          {[1, 2].map((n) => (
            <b key={n}>{n}</b>
          ))}
        </Named>
        {false}
        {null}
        {undefined}
        {'<img src=x onerror=alert(1)>'}
      </>,
    );
    expect(root.querySelector('p')?.outerHTML).toBe('<p title="a">a: <b>1</b><b>2</b></p>');
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('changes existing elements in place, and keeps their focus', () => {
    const view = (label: string, more: boolean) => (
      <>
        <button type="button" class={more ? 'on' : ''} aria-expanded={more} disabled={false}>
          {label}
        </button>
        {more && <i>more</i>}
      </>
    );
    draw(root, view('one', false));
    const button = root.querySelector('button');
    button?.focus();
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    expect(button?.hasAttribute('disabled')).toBe(false);
    draw(root, view('two', true));
    expect(root.querySelector('button')).toBe(button);
    expect([button?.textContent, button?.getAttribute('aria-expanded'), root.querySelector('i')?.textContent]).toEqual([
      'two',
      'true',
      'more',
    ]);
    expect(document.activeElement).toBe(button);
    draw(root, view('three', false));
    expect(root.querySelector('i')).toBeNull();
  });

  it('removes attributes and text that are no longer there, and replaces an element of another kind', () => {
    draw(root, <p title="x">text</p>);
    draw(root, <p />);
    expect(root.innerHTML).toBe('<p></p>');
    draw(root, <ul />);
    expect(root.innerHTML).toBe('<ul></ul>');
  });

  it('calls the handler of the last drawing, once', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    draw(root, <button type="button" onClick={first} />);
    draw(root, <button type="button" onClick={second} />);
    root.querySelector('button')?.click();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    draw(root, <button type="button" />);
    root.querySelector('button')?.click();
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('checks a radio button as the view says, whatever was clicked', () => {
    const view = (is: boolean) => <input type="radio" checked={is} />;
    draw(root, view(false));
    const radio = root.querySelector('input');
    radio?.click();
    expect(radio?.checked).toBe(true);
    draw(root, view(false));
    expect(radio?.checked).toBe(false);
  });

  it('creates SVG in its own namespace, with case-sensitive names', () => {
    draw(
      root,
      <svg viewBox="0 0 2 2" aria-hidden="true">
        <circle r="1" />
      </svg>,
    );
    const svg = root.querySelector('svg');
    expect([svg?.namespaceURI, svg?.firstElementChild?.namespaceURI]).toEqual(Array(2).fill('http://www.w3.org/2000/svg'));
    expect(svg?.getAttribute('viewBox')).toBe('0 0 2 2');
    draw(root, <svg viewBox="0 0 4 4" aria-hidden="true" />);
    expect(root.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 4 4');
  });
});
