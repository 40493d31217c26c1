// The one file that builds things: it alone names stores, ciphers and transports. It stays boring.

import { version } from "../../package.json";
import type { Bytes } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { createBundleCrypto, digestBytes } from "../crypto/bundle-crypto.ts";
import { deriveBoxKeys, deriveRoot, fingerprintOf } from "../crypto/keys.ts";
import { createRowCipher, createRowKey } from "../crypto/row-cipher.ts";
import { createSigner, createSigningKey } from "../crypto/signer.ts";
import { unwrapByKey, wrapByKey, wrapForRescue } from "../crypto/slots.ts";
import { BoxId } from "../domain/schema.ts";
import { type Database, openDatabase } from "../storage/database.ts";
import { createDeviceStore } from "../storage/device-store.ts";
import { createDraftStore } from "../storage/draft-store.ts";
import { createEnvelopeStore } from "../storage/envelope-store.ts";
import type { StoreError } from "../storage/ports.ts";
import { createRecordStore } from "../storage/record-store.ts";
import { createContents } from "./content/contents.ts";
import { createCourier } from "./courier.ts";
import type { DeliveryDeps } from "./delivery.ts";
import type { AppDeps } from "./deps.ts";
import { createLocking } from "./guard/locking.ts";
import { createTyping } from "./guard/typing.ts";
import { createHubLater } from "./hub-later.ts";
import type { Platform } from "./platform.ts";
import type { BoxStores, Environment, Keys } from "./ports.ts";
import { createDeviceMarks, forgetFirst } from "./support/marks.ts";
import { createWorkspace } from "./workspace.ts";

const hubTimeoutMs = 30_000;

const valueOrNothing = async <T>(work: Promise<Result<T, unknown>>): Promise<T | undefined> => {
  const result = await work;
  return result.ok ? result.value : undefined;
};

const createKeys = (): Keys => ({
  deriveRoot,
  deriveBoxKeys: async (root) => {
    const { box, ageIdentity, ...keys } = await deriveBoxKeys(root);
    return { box: BoxId.parse(box), identity: ageIdentity, ...keys };
  },
  fingerprintOf,
  createRowKey,
  wrap: wrapByKey,
  unwrap: (kind, box, key, wrapped) => valueOrNothing(unwrapByKey(kind, box, key, wrapped)),
  wrapWithPassphrase: async (...slot) =>
    (await import("../crypto/passphrase-slot.ts")).wrapByPassphrase(...slot),
  unwrapWithPassphrase: async (...slot) =>
    valueOrNothing((await import("../crypto/passphrase-slot.ts")).unwrapByPassphrase(...slot)),
  passkeySlot: () => import("../crypto/passkey-slot.ts"),
  sealRescue: (rowKey, recipient) => wrapForRescue(recipient, rowKey),
  openRescue: async (...slot) =>
    valueOrNothing((await import("../crypto/rescue-slot.ts")).unwrapRescue(...slot)),
  openSealedRow: (rowKey, row, sealed) => valueOrNothing(createRowCipher(rowKey).open(row, sealed)),
  makeReceiptCode: async (...release) =>
    (await import("../crypto/receipt-code.ts")).makeReceiptCode(...release),
  createSigningKey: async () => {
    const { secretKey, publicKey } = await createSigningKey();
    return { secret: secretKey, publicKey };
  },
  openSigner: (secretKey, publicKey) => createSigner({ secretKey, publicKey }),
});

const openStores =
  (database: Database) =>
  (box: BoxId, rowKey: Bytes): BoxStores => {
    const cipher = createRowCipher(rowKey);
    return {
      records: createRecordStore(database, box, cipher),
      envelopes: createEnvelopeStore(database, box, cipher),
      drafts: createDraftStore(database, box, cipher),
      sealRow: (kind, clear) => cipher.seal({ box, kind, id: box }, clear),
      openRow: (kind, sealed) => cipher.open({ box, kind, id: box }, sealed),
    };
  };

/** Everything the screens are given, over this platform. Fails only where the database does not open. */
export const compose = async (platform: Platform): Promise<Result<AppDeps, StoreError>> => {
  const { now, random, baseUrl, exclusively, after, chance, onWake } = platform;
  const opened = await openDatabase(platform.databaseName, {
    onSuperseded: platform.onSuperseded,
    ...(platform.indexedDb ? { factory: platform.indexedDb } : {}),
  });
  if (!opened.ok) return opened;
  const database = opened.value;

  const env: Environment = { now, random, digest: digestBytes, appVersion: version, baseUrl };
  const keys = createKeys();
  const stored = createDeviceStore(database);
  const device = forgetFirst(stored, (box) => marks.forget(box));
  const crypto = createBundleCrypto();
  const workspace = createWorkspace({
    env,
    keys,
    device,
    openStores: openStores(database),
    resumeFile: platform.resumeFile,
  });
  const hub = createHubLater(async () => {
    const { createHubTransport } = await import("../sync/hub-transport.ts");
    const { fetch } = platform;
    return createHubTransport({ baseUrl, fetch, digest: digestBytes, timeoutMs: hubTimeoutMs });
  });
  const noKey = createRowCipher(createRowKey());
  const delivery: DeliveryDeps = {
    env,
    keys,
    crypto,
    device,
    hub,
    // Envelopes are sealed already: carrying them asks for no row key.
    outboxOf: (box) => createEnvelopeStore(database, box, noKey),
    exclusively: (box, work) => exclusively(`kuuluu-box-${box}`, work),
  };
  const { outboxOf } = delivery;
  const { second } = platform;
  const marks = createDeviceMarks({ now, device: stored, outboxOf, workspace, second, after });
  const courier = createCourier({ ...delivery, workspace, after, chance, onWake });
  const contents = createContents(digestBytes);
  const typing = createTyping();
  const locking = createLocking({ delivery, workspace, courier, typing });
  return ok({
    ...{ env, keys, crypto, device, workspace, courier, hub, contents, delivery },
    ...{ marks, typing, locking, holdWriting: platform.holdWriting, after },
    passkeys: platform.passkeys,
  });
};
