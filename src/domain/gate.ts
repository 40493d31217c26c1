// The one strict gate for records of every kind: at intake, and at whatever a desk saves.
import { deskKinds } from "./desk-work.ts";
import { createGate, tableKinds } from "./record.ts";

export const schemas = { ...tableKinds, ...deskKinds } as const;

export const parseRecord = createGate(schemas);
