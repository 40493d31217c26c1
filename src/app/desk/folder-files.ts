// The files of a folder, chosen or dropped, at any depth. A part that cannot be read stands in the list and says so when it
// is read, so that nothing is silently left out.
import type { PickedFile } from "./intake-sources.ts";

const headBytes = 64;

const toPicked = (file: File, path: string): PickedFile => ({
  name: path,
  size: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
  readHead: async () => new Uint8Array(await file.slice(0, headBytes).arrayBuffer()),
});

/** What an `input webkitdirectory` gives: each file knows its way. */
export const toFolderFiles = (files: readonly File[]): readonly PickedFile[] =>
  files.map((file) => toPicked(file, file.webkitRelativePath || file.name));

/** Undefined where no folder is among what was dropped: then it is a drop of files, as ever. */
export const listDropped = (
  transfer: DataTransfer,
): (() => Promise<readonly PickedFile[]>) | undefined => {
  // At once: the browser forgets what was dropped when its event is over.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return undefined;
  return async () => (await Promise.all(entries.map(walk))).flat();
};

const walk = async (entry: FileSystemEntry): Promise<readonly PickedFile[]> => {
  const path = entry.fullPath.replace(/^\//, "");
  const isUnreadable: PickedFile = {
    name: path,
    read: () => Promise.reject(new Error("the browser could not read this part of the folder")),
  };
  try {
    if (entry.isDirectory) {
      const inside: PickedFile[] = [];
      for (const each of await readDirectory(entry as FileSystemDirectoryEntry)) {
        inside.push(...(await walk(each)));
      }
      return inside;
    }
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [toPicked(file, path)];
  } catch {
    return [isUnreadable];
  }
};

/** The browser gives a hundred at a time, until it gives none. */
const readDirectory = async (
  directory: FileSystemDirectoryEntry,
): Promise<readonly FileSystemEntry[]> => {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
};
