import { DomainError } from '../../shared/domain/errors.ts';
import type { WordTerm } from './term.ts';

/** A search would have to read too many entries of a word. */
export function tooBroad({ word }: WordTerm): DomainError {
  const message = `Too many customers have a word that begins with "${word}". Add another word, or type more of this one.`;
  const detail = `The word "${word}" is too common.`;
  return new DomainError('unprocessable', 'search.too-broad', message, [
    { pointer: '/text', code: 'search.too-broad', detail },
  ]);
}
