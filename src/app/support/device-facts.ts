// What browser and storage say of themselves, for screens.
import { useEffect, useState } from "preact/hooks";
import {
  askToPersist,
  readStorageHealth,
  type StorageHealth,
} from "../../storage/storage-health.ts";
import type { BrowserFacts } from "../session/browser-check.ts";
import { readBrowserFacts } from "../session/browser-facts.ts";

/** WebKitGTK has no storage manager, whatever the library says. */
const storageOf = (): StorageManager | undefined => navigator.storage as StorageManager | undefined;

/** Undefined until the browser has answered. */
export const useBrowserFacts = (): BrowserFacts | undefined => {
  const [browser, setBrowser] = useState<BrowserFacts>();
  useEffect(() => void readBrowserFacts(window).then(setBrowser), []);
  return browser;
};

/** Asks the browser to keep our data too, so only for screens before a session. Undefined until all have answered. */
export const useDeviceFacts = () => {
  const browser = useBrowserFacts();
  const [storage, setStorage] = useState<StorageHealth>();
  useEffect(() => {
    const look = () => void readStorageHealth(storageOf()).then(setStorage);
    look();
    // Never waited for: one browser asks the person, who may not answer.
    askToPersist(storageOf(), look);
  }, []);
  return browser && storage ? { browser, storage } : undefined;
};
