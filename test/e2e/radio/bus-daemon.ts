/**
 * A private message bus. Keeps a `dbus-daemon` process and a temporary folder with its configuration and socket. The caller must call
 * `close()`, which ends the process and removes the folder.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = 'dbus-daemon';

export interface BusDaemon {
  readonly address: string;
  close(): Promise<void>;
}

export async function startBusDaemon(): Promise<BusDaemon> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-bus-'));
  const address = `unix:path=${join(folder, 'socket')}`;
  const config = join(folder, 'bus.conf');
  await writeFile(config, configuration(address));
  const daemon = spawn(PROGRAM, [`--config-file=${config}`, '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => void daemon.kill();
  process.once('exit', stop);
  const close = async () => {
    process.off('exit', stop);
    if (daemon.pid !== undefined && daemon.exitCode === null && daemon.signalCode === null) {
      const exited = once(daemon, 'exit');
      stop();
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await listening(daemon);
  } catch (error) {
    await close();
    throw error;
  }
  return { address, close };
}

/** The daemon prints its address once it listens. */
function listening(daemon: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    daemon.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    daemon.stdout?.once('data', () => resolve());
    daemon.once('exit', (code) => reject(new Error(`${PROGRAM} ended with code ${code} before it listened: ${complaint}`)));
    daemon.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') reject(error);
      else
        reject(new Error(`The end-to-end tests need ${PROGRAM}, and it is not on the PATH (on Debian and Ubuntu: apt-get install dbus).`));
    });
  });
}

/** Type `system`, because Chromium looks for BlueZ on that bus. Everything is allowed, because nobody else uses it. */
function configuration(address: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow own="*"/>
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>
`;
}
