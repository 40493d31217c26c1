// A file out of the app: the share sheet where it takes this very file, a download otherwise.

/** What is asked of the page. */
export type FileHost = {
  readonly navigator: {
    readonly canShare?: (data: { readonly files: File[] }) => boolean;
    readonly share?: (data: { readonly files: File[] }) => Promise<void>;
  };
  readonly document: Pick<Document, "createElement">;
  readonly URL: Pick<typeof URL, "createObjectURL" | "revokeObjectURL">;
  readonly setTimeout: (work: () => void, delayMs: number) => unknown;
};

/** The address of a download must outlive the click: some browsers ask first where to put it. */
const keepMs = 60_000;

/** `cancelled`: the person closed the share sheet, so nothing was kept. */
export const saveFile = async (
  host: FileHost,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<"shared" | "downloaded" | "cancelled"> => {
  const file = new File([bytes], name, { type: "application/octet-stream" });
  const { navigator } = host;
  if (navigator.share && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return "shared";
    } catch (thrown) {
      if (thrown instanceof Error && thrown.name === "AbortError") return "cancelled";
      // Refused for another reason (too long after the press, a policy): the download still works.
    }
  }
  const url = host.URL.createObjectURL(file);
  const link = host.document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  host.setTimeout(() => host.URL.revokeObjectURL(url), keepMs);
  return "downloaded";
};

/** The page itself as the host of a saved file. */
export const fileHost = (): FileHost => ({
  navigator,
  document,
  URL,
  setTimeout: (work, delayMs) => setTimeout(work, delayMs),
});
