/** FNV-1a, 32 bits: offset basis and prime of its specification. */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The shard of a Customer ID, 0 to `shardCount - 1`. Every stored key contains it, so it can never change. The low bits
 * of FNV depend too much on the last characters of consecutive IDs, so MurmurHash3's finaliser mixes them.
 */
export function shardOf(customerId: string, shardCount: number): number {
  let hash = OFFSET_BASIS;
  for (const byte of Buffer.from(customerId)) hash = Math.imul(hash ^ byte, PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % shardCount;
}
