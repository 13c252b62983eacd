// Runs grammY against a base URL that is not Telegram's: getMe, one polled /start answered, then leaves.
import { Bot } from 'grammy';
import { required, withDeadline } from './setting.mjs';

const base = required('TELEGRAM_BASE');
const token = required('TELEGRAM_TOKEN');
const chatId = Number(required('TELEGRAM_CHAT'));

const bot = new Bot(token, { client: { apiRoot: base } });

await withDeadline(async () => {
  const me = await bot.api.getMe();
  if (!me.is_bot) {
    throw new Error('getMe did not return a bot');
  }

  const answered = new Promise((resolve, reject) => {
    bot.command('start', async (context) => {
      const text = 'Hello from grammY';
      const sent = await context.reply(text, { entities: [{ type: 'bold', offset: 0, length: 5 }] });
      if (sent.text !== text || sent.chat.id !== chatId || sent.entities?.[0]?.type !== 'bold') {
        throw new Error('the message that came back is not the one that was sent');
      }

      resolve(sent.message_id);
    });
    bot.catch((problem) => reject(problem.error));
  });
  const polling = bot.start();
  const id = await Promise.race([answered, polling.then(() => answered)]);
  await bot.stop();
  await polling;
  console.log(id);
});
process.exit(0);
