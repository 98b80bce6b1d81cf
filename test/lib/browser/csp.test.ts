import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { trustOwnScripts } from '../../../lib/browser/trusted-types';
import { contentSecurityPolicy } from '../../../scripts/lib/csp.mjs';

function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(policy.split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1)]));
}

describe('the content security policy', () => {
  const policy = directives(contentSecurityPolicy(['a { color: red }']));

  it('allows no connection, no frame, no form and nothing that is not named', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    expect(policy.has('frame-src')).toBe(false);
  });

  it('takes scripts and workers from the package alone, and none inline', () => {
    expect([policy.get('script-src'), policy.get('worker-src')]).toEqual([["'self'"], ["'self'"]]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect([...policy.values()].flat().filter((source) => /unsafe|https?:|\*/.test(source))).toEqual([]);
  });

  it('names inline styles by their hash', () => {
    const hash = createHash('sha256').update('a { color: red }').digest('base64');
    expect(policy.get('style-src')).toEqual(["'self'", `'sha256-${hash}'`]);
  });
});

describe('the address of a script', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['/chunks/timer-worker.js', true],
    ['chrome-extension://own/timer-worker.js', true],
    ['https://elsewhere.example/timer-worker.js', false],
    ['data:text/javascript,0', false],
    ['blob:chrome-extension://other/1', false],
  ])('%s: trusted %s', (url, trusted) => {
    let rules: { createScriptURL(url: string): string } | null = null;
    vi.stubGlobal('location', { href: 'chrome-extension://own/app.html', origin: 'chrome-extension://own' });
    vi.stubGlobal('trustedTypes', {
      createPolicy: (name: string, given: NonNullable<typeof rules>) => {
        expect(name).toBe('default');
        rules = given;
      },
    });
    trustOwnScripts();
    const make = () => (rules as unknown as { createScriptURL(url: string): string }).createScriptURL(url);
    if (trusted) expect(make()).toBe(url);
    else expect(make).toThrow('elsewhere');
  });

  it('needs nothing in a browser without Trusted Types', () => {
    vi.stubGlobal('trustedTypes', undefined);
    expect(() => trustOwnScripts()).not.toThrow();
  });
});
