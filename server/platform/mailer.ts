type Transport = ReturnType<typeof import('nodemailer')['createTransport']>;

export interface OutgoingMail {
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** The server said no for good (5xx); trying again would not help. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

export interface Mailer {
  /** Resolves with the server's reply once it accepted. Throws MailRefused, or any error where trying again may help. */
  send(mail: OutgoingMail): Promise<string>;
}

const lineBreak = /[\r\n]/;

/** Mail over SMTP, or null without an address to send through. */
export function openMailer(smtpUrl: string | null, from: string): Mailer | null {
  if (smtpUrl === null) return null;
  let transport: Transport | undefined;
  // Loaded for the first letter, not at the start.
  const open = async () => {
    const { default: nodemailer } = await import('nodemailer');
    transport ??= nodemailer.createTransport({
      url: smtpUrl,
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    });
    return transport;
  };
  return {
    async send(mail) {
      if ([mail.subject, mail.to.name, mail.to.address].some((part) => lineBreak.test(part)))
        throw new MailRefused('a line break in the address or subject');
      try {
        const sent: { response: string } = await (transport ?? (await open())).sendMail({
          from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: mail.messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return sent.response;
      } catch (error) {
        const { responseCode, response, message, code } = error as {
          responseCode?: number;
          response?: string;
          message: string;
          code?: string;
        };
        if (
          (responseCode !== undefined && responseCode >= 500) ||
          (code === 'EENVELOPE' && (responseCode ?? 500) >= 500)
        )
          throw new MailRefused(response ?? message);
        throw error;
      }
    },
  };
}
