import { configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// By default, `waitFor` and `findBy…` give up after one second, which a busy machine needs for a read of the database. The limit is only for
// what never comes.
configure({ asyncUtilTimeout: 30_000 });

// All files share one document: what one leaves in it, another would find.
afterEach(() => {
  document.body.replaceChildren();
});
