// The way to the hub is fetched when it is first walked: a scribe's first screen comes without it.
import { attempt, type Result } from "../base/result.ts";
import type { HubTransport, SendError } from "../sync/ports.ts";

/** Without a network the part itself may be out of reach, which is the same to a person as a hub that is away. */
export const createHubLater = (load: () => Promise<HubTransport>): HubTransport => {
  const by = async <T>(
    use: (hub: HubTransport) => Promise<Result<T, SendError>>,
  ): Promise<Result<T, SendError>> => {
    const hub = await attempt(load, (): SendError => ({ type: "hub-unreachable" }));
    return hub.ok ? use(hub.value) : hub;
  };
  return {
    put: (...from) => by((hub) => hub.put(...from)),
    list: (...from) => by((hub) => hub.list(...from)),
    get: (...from) => by((hub) => hub.get(...from)),
    erase: (...from) => by((hub) => hub.erase(...from)),
    health: () => by((hub) => hub.health()),
    createDesk: (...from) => by((hub) => hub.createDesk(...from)),
    putBox: (...from) => by((hub) => hub.putBox(...from)),
  };
};
