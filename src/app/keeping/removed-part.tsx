// On the first page: what has lately left this device because its time was up. Nothing goes silently.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AppDeps } from "../deps.ts";
import { CertificatePart } from "./certificate-part.tsx";
import { type Certificate, readCertificates } from "./removal.ts";

const shownMs = 30 * 24 * 60 * 60 * 1_000;

export const RemovedPart = ({ deps }: { readonly deps: AppDeps }) => {
  const recent = useSignal<readonly Certificate[]>([]);
  useEffect(() => {
    const read = async () => {
      const all = await readCertificates(deps.device);
      const since = new Date(deps.env.now() - shownMs).toISOString();
      recent.value = all.filter(({ by, removedAt }) => by === "time" && removedAt >= since);
    };
    void read();
  }, [deps, recent]);
  return recent.value.length > 0 ? <CertificatePart certificates={recent.value} /> : null;
};
