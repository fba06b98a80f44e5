// Builds the preview into the folder given as argument: fetches the libraries when the lock file has changed, checks the
// types, bundles. Does nothing when nothing has changed since the last time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, 'dist'));
const STATIC = ['index.html', 'icon.svg'];

function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  files.forEach((file) => hash.update(file).update(readFileSync(join(here, file))));
  return hash.digest('hex');
}

function isCurrent(stamp, print) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

const run = (command, args) => execFileSync(command, args, { cwd: here, stdio: 'inherit' });

const locked = fingerprint(['package-lock.json']);
const installed = join(here, 'node_modules', '.installed');
if (!isCurrent(installed, locked)) {
  console.log('Fetching the libraries of the dashboards preview by npm (about 60 MB to download), once');
  run('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(installed, locked);
}

const sources = readdirSync(join(here, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(here.length + 1))
  .sort();
const print = fingerprint(['package-lock.json', 'tsconfig.json', 'build.mjs', ...STATIC, ...sources]);
const built = join(out, 'built-from');
if (!isCurrent(built, print)) {
  run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '--project', 'tsconfig.json']);
  const { build } = await import('esbuild');
  mkdirSync(out, { recursive: true });
  await build({
    absWorkingDir: here,
    entryPoints: ['main.ts', 'app.css'].map((file) => ({ in: join('src', file), out: 'app' })),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16'],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'linked',
    logLevel: 'warning',
  });
  STATIC.forEach((file) => copyFileSync(join(here, file), join(out, file)));
  writeFileSync(built, print);
}
