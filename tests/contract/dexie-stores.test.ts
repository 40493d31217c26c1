// First, so that Dexie's live queries find a database to live on.
import "fake-indexeddb/auto";
import { dexieWorld } from "./box-worlds.ts";
import { deviceStoreContract } from "./device-store.contract.ts";
import { draftStoreContract } from "./draft-store.contract.ts";
import { envelopeStoreContract } from "./envelope-store.contract.ts";
import { recordStoreContract } from "./record-store.contract.ts";

recordStoreContract("database", dexieWorld);
envelopeStoreContract("database", dexieWorld);
draftStoreContract("database", dexieWorld);
deviceStoreContract("database", dexieWorld);
