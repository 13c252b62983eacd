# Builds the bot and runs it as a user without rights. Configuration is mounted at /bot/config, the ledger lives in /bot/data.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ src/
COPY config/schema/ config/schema/
RUN dotnet publish src/BotHost/BotHost.csproj --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /bot
COPY --from=build /app /app
COPY config/ config/
RUN mkdir data && chown $APP_UID data
USER $APP_UID
VOLUME /bot/data
ENTRYPOINT ["dotnet", "/app/bothost.dll"]
CMD ["run"]
