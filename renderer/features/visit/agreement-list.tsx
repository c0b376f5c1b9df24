import { ListField } from '#renderer/components/form/list-field.tsx';

const always = ['what', 'owner', 'dueOn'];
const earlier = [...always, 'outcome'];

/** Agreements of earlier visits come with the question what became of them; a new one has no outcome yet. */
export function AgreementList({ listId }: { readonly listId: string }) {
  return <ListField listId={listId} shows={({ carried }) => (carried === true ? earlier : always)} />;
}
