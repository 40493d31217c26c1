// A group's name is the coordinator's own words; addresses and columns carry a short id in its place. FNV-1a, 32 bits.
export const groupId = (name: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return `g${(hash >>> 0).toString(36)}`;
};
