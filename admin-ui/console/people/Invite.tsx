import AddIcon from '@mui/icons-material/PersonAddOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useSpeech } from '../../shared/text.tsx';
import { roleNames } from './person.ts';
import { usePersonCommand } from './usePersonCommand.ts';

/** Invites somebody: by mail, or where none leaves by a link that is shown this once; the role waits for a second administrator. */
export function Invite() {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState({ name: '', email: '', role: 'reviewer' });
  const { mutate, data, isPending, reset } = usePersonCommand<{ link: string | null }>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({
      path: '/api/people/invite',
      body: { name: form.name.trim(), email: form.email.trim(), roles: [form.role] },
    });
  };
  const close = () => {
    setOpen(false);
    setForm({ name: '', email: '', role: 'reviewer' });
    reset();
  };
  const field = (name: 'name' | 'email') => ({
    label: t(`people.${name}`),
    value: form[name],
    required: true,
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  return (
    <>
      <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen(true)}>
        {t('people.invite')}
      </Button>
      <Dialog open={open} onClose={close} maxWidth="xs" aria-labelledby="invite-title">
        <form onSubmit={submit}>
          <DialogTitle id="invite-title">{t('people.invite')}</DialogTitle>
          <DialogContent>
            {data ? (
              <Alert severity="success" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
                {data.link === null ? (
                  t('people.mailed')
                ) : (
                  <>
                    {t('people.invited')} <code>{data.link}</code>
                  </>
                )}
              </Alert>
            ) : (
              <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
                <TextField {...field('name')} autoFocus />
                <TextField {...field('email')} type="email" />
                <TextField
                  select
                  label={t('people.column.roles')}
                  helperText={t('people.two_admins')}
                  value={form.role}
                  onChange={(event) => setForm({ ...form, role: event.target.value })}
                >
                  {roleNames.map((role) => (
                    <MenuItem key={role} value={role}>
                      {t(`role.${role}`)}
                    </MenuItem>
                  ))}
                </TextField>
              </Box>
            )}
          </DialogContent>
          <DialogActions>
            <Button color="inherit" onClick={close}>
              {t(data ? 'common.close' : 'common.cancel')}
            </Button>
            {!data && (
              <Button type="submit" variant="contained" loading={isPending}>
                {t('people.invite')}
              </Button>
            )}
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
