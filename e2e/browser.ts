import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

/**
 * Starts the headless browser carried by the npm package `@sparticuz/chromium`: no download, works as root.
 * Libraries and a font travel in the same package, for machines that have neither (containers, bare servers).
 */
export async function startBrowser(): Promise<Browser> {
  const home = unpackedBrowser();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--in-process-gpu',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
    env: { ...process.env, ...libraryPath(home), FONTCONFIG_FILE: join(home, 'fonts.conf'), HOME: home },
  });
}

/** Unpacked once a machine and version, in a folder that appears complete or not at all. */
function unpackedBrowser(): string {
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../../bin');
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(tmpdir(), `foulee-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  if (existsSync(home)) return home;

  const partial = mkdtempSync(`${home}-`);
  writeFileSync(join(partial, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))));
  chmodSync(join(partial, 'chromium'), 0o755);
  for (const archive of ['al2023', 'fonts', 'swiftshader']) {
    const tar = brotliDecompressSync(readFileSync(join(packed, `${archive}.tar.br`)));
    execFileSync('tar', ['x', '-C', partial], { input: tar });
  }
  mkdirSync(join(partial, 'cache'));
  writeFileSync(join(partial, 'fonts.conf'), fontSettings(home));
  try {
    renameSync(partial, home);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** Set only where the system lacks the browser's security library: the packed copies then stand in. */
function libraryPath(home: string): Record<string, string> {
  const own = process.env.LD_LIBRARY_PATH;
  const system = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];
  if (system.some((folder) => existsSync(join(folder, 'libnss3.so')))) return {};
  return { LD_LIBRARY_PATH: [...(own ? [own] : []), join(home, 'lib')].join(':') };
}

function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/cache</cachedir>
  <match target="pattern"><edit name="family" mode="append" binding="weak"><string>Open Sans</string></edit></match>
</fontconfig>
`;
}
