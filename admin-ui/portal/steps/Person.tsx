import { TextLine } from '../fields/TextLine.tsx';

export function PersonFields() {
  return (
    <>
      <TextLine path="responsible_person.name" autoComplete="name" />
      <TextLine path="responsible_person.position" autoComplete="organization-title" />
      <TextLine path="responsible_person.email" type="email" autoComplete="email" />
      <TextLine path="responsible_person.phone" type="tel" autoComplete="tel" />
    </>
  );
}
