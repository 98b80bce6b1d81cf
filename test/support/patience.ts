import { configure } from '@testing-library/preact';

// By default, `waitFor` and `findBy…` give up after one second, which a busy machine needs for a read of the database. The limit is only for
// what never comes.
configure({ asyncUtilTimeout: 30_000 });
