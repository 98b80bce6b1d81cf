import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialog, openDialog } from '../../components/app/Dialog';
import { onEscape } from '../../components/app/devices/use-escape';

const ROOT = join(import.meta.dirname, '../..');

function listViews(): string[] {
  const all = ['components', 'entrypoints'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  );
  return all.filter((file) => /\.tsx?$/.test(file));
}

function open() {
  const dialog = createRef<HTMLDialogElement>();
  render(
    <Dialog dialog={dialog} labelledBy="title">
      <h2 id="title">Forget Boots?</h2>
      <button type="button">Keep it</button>
    </Dialog>,
  );
  openDialog(dialog);
  return () => dialog.current?.open;
}

describe('a dialog', () => {
  afterEach(() => cleanup());

  it('is never modal, because a modal one makes the Stop of what runs inert', () => {
    const views = listViews();
    expect(views.length).toBeGreaterThan(100);
    const modal = views.filter((file) => /showModal|<dialog/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(modal).toEqual([join('components', 'app', 'Dialog.tsx')]);
    expect(readFileSync(join(ROOT, 'components/app/Dialog.tsx'), 'utf8')).not.toContain('showModal');
  });

  it('closes on Escape, wherever the focus is', () => {
    const isOpen = open();
    expect(isOpen()).toBe(true);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(isOpen()).toBe(false);
  });

  it('stays when Escape stopped something', () => {
    const isOpen = open();
    const end = onEscape(() => true);
    fireEvent.keyDown(screen.getByText('Keep it'), { key: 'Escape' });
    expect(isOpen()).toBe(true);
    end();
  });
});
