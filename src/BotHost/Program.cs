using BotHost.CommandLine;

return await BotHostCommand.InvokeAsync(args);
