import { SearchInput, type SearchInputProps, useTranslate } from 'react-admin';

/** The search of a list; its hint comes from the catalogue. */
export function Search({ hint, ...rest }: SearchInputProps & { hint: string }) {
  const t = useTranslate();
  return (
    <SearchInput
      {...rest}
      placeholder={t(hint)}
      sx={{ mt: 0 }}
      slotProps={{ htmlInput: { 'aria-label': t(hint) } }}
    />
  );
}
