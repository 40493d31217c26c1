// Taking an exchange file in: looked at first, then kept whole as one record. The same file twice is one; what was set aside
// comes back with one tap. A file of this desk's own rounds is none of others' examples.
import { type ReadonlySignal, signal } from "@preact/signals";
import { toHex } from "../../../base/bytes.ts";
import { toCanonicalBytes } from "../../../base/canonical.ts";
import { foldRounds } from "../../../domain/desk.ts";
import type { ExchangeContent } from "../../../domain/exchange-records.ts";
import { foldExchanges } from "../../../domain/exchanges.ts";
import { Digest } from "../../../domain/schema.ts";
import {
  type ExchangeRefusal,
  maxExchangeBytes,
  parseExchangeFile,
} from "../../../report/exchange-file.ts";
import type { StoreError } from "../../../storage/ports.ts";
import type { AppDeps } from "../../deps.ts";
import type { DeskWork, WorkDesk } from "../desk-work.ts";

export type TakeRefusal = ExchangeRefusal | { readonly type: "exchange-own" } | StoreError;

export type Preview = {
  readonly digest: Digest;
  readonly content: ExchangeContent;
  /** It stands at this desk already. */
  readonly isKnown: boolean;
};

/** As much of a picked file as is needed; what is too large is not even read. */
export type TakenFile = {
  readonly size: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
};

export interface TakeModel {
  readonly preview: ReadonlySignal<Preview | undefined>;
  readonly refusal: ReadonlySignal<TakeRefusal | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  readonly look: (file: TakenFile) => Promise<void>;
  readonly forget: () => void;
  /** Resolves to the digest of what stands now; undefined where it failed. */
  readonly take: () => Promise<Digest | undefined>;
  readonly setAside: (digest: Digest, isAside: boolean) => Promise<boolean>;
}

export const createTakeModel = (
  deps: Pick<AppDeps, "env">,
  desk: WorkDesk,
  work: DeskWork,
): TakeModel => {
  const preview = signal<Preview>();
  const refusal = signal<TakeRefusal>();
  const busy = signal(false);

  const refuse = (why: TakeRefusal): void => {
    refusal.value = why;
  };
  const lookOnce = async ({ size, read }: TakenFile): Promise<void> => {
    if (size > maxExchangeBytes) return refuse({ type: "exchange-too-large" });
    const parsed = parseExchangeFile(await read());
    if (!parsed.ok) return refuse(parsed.error);
    const content = parsed.value;
    const records = await desk.records.readAll();
    if (!records.ok) return refuse(records.error);
    const isOwn = foldRounds(records.value).some(
      ({ roundId }) => roundId === content.round.roundId,
    );
    if (isOwn) return refuse({ type: "exchange-own" });
    const digest = Digest.parse(toHex(await deps.env.digest(toCanonicalBytes(content))));
    const known = foldExchanges(records.value).find((each) => each.digest === digest);
    preview.value = { digest, content, isKnown: known?.isAside === false };
  };

  const setAside: TakeModel["setAside"] = async (digest, isAside) => {
    const written = await work.change((records) => {
      const view = foldExchanges(records).find((each) => each.digest === digest);
      if (!view) return undefined;
      if (view.isAside === isAside) return [];
      const parents = view.heads.map(({ id }) => id);
      const dropped = isAside ? { dropped: true as const } : {};
      return [{ kind: "exchange/1", parents, digest, ...dropped }];
    });
    return written !== undefined;
  };

  return {
    ...{ preview, refusal, busy, setAside },
    look: async (file) => {
      if (busy.peek()) return;
      busy.value = true;
      preview.value = undefined;
      refusal.value = undefined;
      await lookOnce(file);
      busy.value = false;
    },
    forget: () => {
      preview.value = undefined;
      refusal.value = undefined;
    },
    take: async () => {
      const shown = preview.peek();
      if (!shown || busy.peek()) return undefined;
      busy.value = true;
      const { digest, content } = shown;
      const written = await work.change((records) => {
        const view = foldExchanges(records).find((each) => each.digest === digest);
        if (view && !view.isAside) return [];
        const parents = view?.heads.map(({ id }) => id) ?? [];
        return [{ kind: "exchange/1", parents, digest, ...(view ? {} : { content }) }];
      });
      busy.value = false;
      if (!written) return undefined;
      preview.value = undefined;
      return digest;
    },
  };
};
