/** FNV-1a, 32 bits: offset basis and prime as its authors give them. */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The shard of a Customer ID, 0 to `shardCount - 1`. It is part of every stored key and can never change.
 * FNV's low bits follow the last characters too closely for IDs that count up, so MurmurHash3's finaliser mixes them.
 */
export function shardOf(customerId: string, shardCount: number): number {
  let hash = OFFSET_BASIS;
  for (const byte of Buffer.from(customerId)) hash = Math.imul(hash ^ byte, PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % shardCount;
}
