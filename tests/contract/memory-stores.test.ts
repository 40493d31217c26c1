import { memoryWorld } from "./box-worlds.ts";
import { deviceStoreContract } from "./device-store.contract.ts";
import { draftStoreContract } from "./draft-store.contract.ts";
import { envelopeStoreContract } from "./envelope-store.contract.ts";
import { recordStoreContract } from "./record-store.contract.ts";

recordStoreContract("memory", memoryWorld);
envelopeStoreContract("memory", memoryWorld);
draftStoreContract("memory", memoryWorld);
deviceStoreContract("memory", memoryWorld);
