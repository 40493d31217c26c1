// A file that the person picked once and that the desk writes over: only Chromium has it. Elsewhere the desk offers a
// download. The browser writes beside the old file and swaps them at the end, so a cut never leaves half a file.
import type { Bytes } from "../../base/bytes.ts";

/** What the browser keeps for us; it can lie in the database. */
export type PickedFile = {
  readonly name: string;
  readonly queryPermission?: (wish: { mode: "readwrite" }) => Promise<PermissionState>;
  readonly requestPermission?: (wish: { mode: "readwrite" }) => Promise<PermissionState>;
  readonly createWritable: () => Promise<{
    readonly write: (bytes: Bytes) => Promise<void>;
    readonly close: () => Promise<void>;
    readonly abort?: () => Promise<void>;
  }>;
};

export interface FilePicker {
  /** Undefined where the person changed their mind, or the browser refused. */
  readonly pick: (suggestedName: string) => Promise<PickedFile | undefined>;
}

type PickerWindow = {
  readonly showSaveFilePicker?: (options: {
    suggestedName: string;
    id: string;
  }) => Promise<PickedFile>;
};

/** Undefined where the browser has no such thing. */
export const createFilePicker = (page: object): FilePicker | undefined => {
  const { showSaveFilePicker } = page as PickerWindow; // Not in the library's types.
  if (!showSaveFilePicker) return undefined;
  return {
    pick: async (suggestedName) => {
      try {
        return await showSaveFilePicker.call(page, { suggestedName, id: "kuuluu-desk" });
      } catch {
        return undefined; // Closed by the person, or not allowed here: either way there is no file.
      }
    },
  };
};

const wish = { mode: "readwrite" } as const;

/** Whether writing needs a press first: after a restart the browser asks again. */
export const mayWrite = async (file: PickedFile): Promise<boolean> => {
  try {
    return (await file.queryPermission?.(wish)) !== "prompt";
  } catch {
    return false; // A file that has gone has no permission to tell of.
  }
};

/** Only from a press of the person. */
export const askToWrite = async (file: PickedFile): Promise<boolean> => {
  try {
    return (await file.requestPermission?.(wish)) !== "denied";
  } catch {
    return false;
  }
};

/** False where nothing was written: the stick is out, the disk is full, the file has gone. */
export const writeOver = async (file: PickedFile, bytes: Bytes): Promise<boolean> => {
  try {
    const target = await file.createWritable();
    try {
      await target.write(bytes);
      await target.close(); // Only now is the old file replaced.
      return true;
    } catch {
      await target.abort?.();
      return false;
    }
  } catch {
    return false;
  }
};
