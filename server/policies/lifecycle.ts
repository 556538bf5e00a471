import { defineMachine } from '../kernel/machine.ts';

/** A rule book's way; version 1 of each is published by the installation, editing by people comes with the rule-book desk. */
export const policyLifecycle = defineMachine({
  name: 'policy',
  states: ['draft', 'in_review', 'published', 'superseded'] as const,
  initial: 'draft',
  commands: {
    propose: { from: ['draft'], to: 'in_review', who: ['person'] },
    send_back: { from: ['in_review'], to: 'draft', who: ['person'] },
    publish: {
      from: ['in_review', 'draft'],
      to: 'published',
      who: ['person', 'installation'],
      guard: 'publisher_is_not_author',
    },
    supersede: { from: ['published'], to: 'superseded', who: ['person', 'installation'] },
  },
});
