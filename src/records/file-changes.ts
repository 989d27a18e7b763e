import type { Content } from './content-digest.ts';
import type { SourceFile } from './discover-files.ts';
import type { ImportedFile } from './manifest.ts';

/** What has become of the files of a source since its last import. */
export interface FileChanges {
  readonly unchanged: readonly ImportedFile[];
  /** Files with a content that is already imported under another name. */
  readonly sameContent: readonly { readonly name: string; readonly as: string }[];
  /** Files to read; `before` is what they replace or continue. */
  readonly toRead: readonly {
    readonly file: SourceFile;
    readonly content: Content;
    readonly before: ImportedFile | null;
    readonly grown: boolean;
  }[];
  /** Imported files that are no longer there; their rows stay. */
  readonly gone: readonly ImportedFile[];
}

/**
 * Compares contents, not names or dates. A file renamed, copied or imported twice changes nothing; a file that
 * starts with the content of the one it replaces has grown, under its own name or under a new one; a file that is
 * the start of another one beside it adds nothing to it.
 */
export function fileChanges(
  present: readonly { readonly file: SourceFile; readonly content: Content }[],
  imported: readonly ImportedFile[],
): FileChanges {
  const names = new Set(present.map(({ file }) => file.name));
  const known = new Map(imported.map((entry) => [entry.digest, entry]));
  const seen = new Map<string, string>();
  const unchanged = new Set<ImportedFile>();
  const sameContent: { name: string; as: string }[] = [];
  const others: (typeof present)[number][] = [];
  for (const { file, content } of present) {
    const entry = known.get(content.digest);
    const twin = seen.get(content.digest);
    const longer = longerCopy(present, content);
    if (longer !== null) {
      sameContent.push({ name: file.name, as: longer });
      names.delete(file.name);
    } else if (entry) {
      unchanged.add(entry);
      if (entry.name !== file.name) sameContent.push({ name: file.name, as: entry.name });
    } else if (twin !== undefined) sameContent.push({ name: file.name, as: twin });
    else {
      seen.set(content.digest, file.name);
      others.push({ file, content });
    }
  }
  const replaced = new Set<ImportedFile>();
  const toRead = others.map(({ file, content }) => {
    const free = imported.filter((entry) => !unchanged.has(entry) && !replaced.has(entry));
    const starts = (entry: ImportedFile) => content.prefixes.get(entry.size) === entry.digest;
    const own = free.find((entry) => entry.name === file.name);
    const before = own ?? free.find((entry) => !names.has(entry.name) && starts(entry)) ?? null;
    if (before) replaced.add(before);
    return { file, content, before, grown: before !== null && starts(before) };
  });
  const gone = imported.filter((entry) => !unchanged.has(entry) && !replaced.has(entry));
  return { unchanged: [...unchanged], sameContent, toRead, gone };
}

/** Name of a file that starts with this whole content and goes on; null when there is none. */
function longerCopy(present: Parameters<typeof fileChanges>[0], { size, digest }: Content): string | null {
  const longer = present.find(({ content }) => content.size > size && content.prefixes.get(size) === digest);
  return longer?.file.name ?? null;
}
