-- What wrk sends, by its arguments after "--": the path, or a pattern with an account (%a) and a variant (%v) in it; how many
-- accounts and variants there are; how many requests were sent before; and, for a steady rate, the mean pause of a connection
-- between two requests in milliseconds. Targets are taken in an order that jumps about, every one once before any is taken
-- twice. The last line of the output is for the scripts: requests, failed ones, microseconds, two percentiles, and the slowest.

local function fill(pattern, account, variant)
  return (pattern:gsub("%%a", string.format("%05d", account)):gsub("%%v", string.format("%02d", variant)))
end

-- Prime to every number of targets that occurs, and far apart.
local STEP = 61

-- Only what is needed is defined: wrk sends what never changes without asking a script.
function init(arguments)
  local pattern, accounts, variants = arguments[1], tonumber(arguments[2] or 1), tonumber(arguments[3] or 1)
  local at, pause = tonumber(arguments[4] or 0), tonumber(arguments[5] or 0)

  wrk.path = fill(pattern, 1, 1)
  if accounts * variants > 1 then
    local requests = {}
    for account = 1, accounts do
      for variant = 1, variants do
        requests[#requests + 1] = wrk.format(nil, fill(pattern, account, variant))
      end
    end
    function request()
      at = at + 1
      return requests[(at * STEP) % #requests + 1]
    end
  end

  if pause > 0 then
    math.randomseed(at + 1)
    function delay()
      return math.floor(math.random() * 2 * pause + 0.5)
    end
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("sum %d %d %d %d %d %d\n", summary.requests,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration, latency:percentile(50), latency:percentile(99), latency.max))
end
