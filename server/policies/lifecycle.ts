import { defineMachine } from '../kernel/machine.ts';

/**
 * A rule book's way. Version 1 of each is published by the installation, every later one by two people. A published
 * book waits for its day; when that comes, the one before it is superseded by a job.
 */
export const policyLifecycle = defineMachine({
  name: 'policy',
  states: ['draft', 'in_review', 'published', 'superseded', 'discarded'] as const,
  initial: 'draft',
  commands: {
    edit: { from: ['draft'], to: 'draft', who: ['person'] },
    propose: { from: ['draft'], to: 'in_review', who: ['person'] },
    send_back: { from: ['in_review'], to: 'draft', who: ['person'] },
    discard: { from: ['draft', 'in_review'], to: 'discarded', who: ['person'] },
    publish: { from: ['in_review'], to: 'published', who: ['person'], guard: 'publisher_is_not_author' },
    install: { from: ['draft'], to: 'published', who: ['installation'] },
    supersede: { from: ['published'], to: 'superseded', who: ['system'] },
  },
});
export type PolicyState = (typeof policyLifecycle.states)[number];
