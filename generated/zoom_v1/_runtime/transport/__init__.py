"""One request sent in bounded time, and sent again where that is safe.

sending                   sends a request until there is a response, or it may not be sent again
retry                     whether that is, and after how long
permits                   what sending needs of rate limits
call_events               tells hooks what becomes of a call
given                     ways that a caller brings along
urllib3_transport         one request by urllib3
connection                its connections, whose every step ends by one deadline
aiohttp_transport         one request by aiohttp
aiohttp_connections       its connections: one for each sending
aiohttp_resolver          names for them
aiohttp_failures          what it raises, in our words
connection_settings       through which proxy, and whose certificates are trusted
proxies                   proxies by argument and by environment
sinks                     where a body is written to while it comes
uploading                 sends a body that is read meanwhile
async_uploading           the same for the client that awaits
run_sync                  runs for a client that blocks what is written with `await`
forks                     what the child of a fork needs anew
"""
