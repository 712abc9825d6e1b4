-- Runs inside Neovim, with the configuration of docs/editors.md loaded and a copy of seeds/ as the current folder. Says what it saw in the
-- manner of TAP; scripts/lib/suites/editors.mjs reads it. It waits for conditions, never for time.

local most = 60000
local count = 0

local function say(line)
  io.stdout:write(line .. '\n')
end

local function test(name, check)
  count = count + 1
  local ran, problem = pcall(check)
  say((ran and 'ok ' or 'not ok ') .. count .. ' - ' .. name)
  if not ran then
    for line in tostring(problem):gmatch('[^\n]+') do
      say('# ' .. line)
    end
  end
end

local function skip(name, reason)
  count = count + 1
  say('ok ' .. count .. ' - ' .. name .. ' # SKIP ' .. reason)
end

local function wait_for(what, condition)
  if not vim.wait(most, condition, 20) then
    error(type(what) == 'function' and what() or what, 0)
  end
end

local function expect(condition, problem)
  if not condition then
    error(problem, 0)
  end
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function messages()
  return table.concat(
    vim.tbl_map(function(diagnostic)
      return diagnostic.message
    end, vim.diagnostic.get(0)),
    '\n'
  )
end

-- The text of all floating windows.
local function cards()
  local texts = {}
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local card = vim.api.nvim_win_get_buf(window)
      table.insert(texts, table.concat(vim.api.nvim_buf_get_lines(card, 0, -1, false), '\n'))
    end
  end
  return table.concat(texts, '\n')
end

local function clients()
  return vim.tbl_count((vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 })) or vim.lsp.buf_get_clients(0))
end

local function put_cursor_on(text)
  for row, line in ipairs(lines()) do
    local column = line:find(text, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { row, column - 1 })
      return
    end
  end
  error('"' .. text .. '" is not in the buffer', 0)
end

local incomplete = '2021-03-30-ever-given.txt'

test('every block of the page is Lua, also those for other versions', function()
  local blocks = vim.fn.glob(vim.env.SEEDMARK_BLOCKS, true, true)
  expect(#blocks > 0, 'There is none.')
  for _, block in ipairs(blocks) do
    local compiled, problem = loadfile(block)
    expect(compiled, problem)
  end
end)

test('a text below seeds/ is a seed, and the server takes it', function()
  vim.cmd('edit ' .. incomplete)
  expect(vim.bo.filetype == 'seed', 'The file type is "' .. vim.bo.filetype .. '".')
  wait_for('No client is attached.', function()
    return clients() == 1
  end)
end)

test('findings appear', function()
  wait_for(function()
    return 'Found only:\n' .. messages()
  end, function()
    local found = messages()
    return found:find('This seed has no title', 1, true) and found:find('Did you mean “Published”', 1, true)
  end)
end)

test('hovering over a name shows what the facts files say', function()
  put_cursor_on('Rotterdam')
  vim.lsp.buf.hover()
  wait_for(function()
    return 'Cards: ' .. cards()
  end, function()
    return cards():find('Port in the Netherlands', 1, true) ~= nil
  end)
end)

-- What a request puts into the quickfix list: file names and texts.
local function listed(ask, wanted)
  vim.fn.setqflist({})
  ask()
  local found
  wait_for(function()
    return 'Listed: ' .. tostring(found)
  end, function()
    local texts = vim.tbl_map(function(item)
      return vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t') .. ': ' .. item.text
    end, vim.fn.getqflist())
    found = table.concat(texts, '\n')
    for _, part in ipairs(wanted) do
      if not found:find(part, 1, true) then
        return false
      end
    end
    return true
  end)
  vim.cmd('cclose')
end

test('the places of a name are listed, with its entry', function()
  put_cursor_on('Rotterdam')
  listed(vim.lsp.buf.references, { 'places.yaml: ', incomplete .. ': ' })
end)

test('a name is found in the whole workspace', function()
  listed(function()
    vim.lsp.buf.workspace_symbol('rotterd')
  end, { 'places.yaml: ', 'Rotterdam' })
end)

local colours = 'a place has the colour of a place'
if vim.fn.has('nvim-0.9') == 1 then
  test(colours, function()
    local cursor = vim.api.nvim_win_get_cursor(0)
    local groups = function()
      local found = {}
      for _, token in ipairs(vim.inspect_pos(0, cursor[1] - 1, cursor[2]).semantic_tokens) do
        found[token.opts.hl_group] = token.opts.hl_group_link
      end
      return found
    end
    wait_for('No token there.', function()
      return groups()['@lsp.type.place.seed'] ~= nil
    end)
    local group = groups()['@lsp.type.place.seed']
    expect(group == 'Identifier', 'It is linked to ' .. tostring(group) .. '.')
  end)
else
  skip(colours, 'this Neovim has no semantic tokens')
end

test('a quick fix inserts the missing field, and nothing else', function()
  local before = lines()
  local offered = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(offered, title)
      if title:find('Insert the missing field “Title”', 1, true) then
        return choose(item, 1)
      end
    end
  end
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.lsp.buf.code_action()
  wait_for(function()
    return 'Offered: ' .. table.concat(offered, ', ')
  end, function()
    return #lines() == #before + 1
  end)
  local rest = vim.tbl_filter(function(line)
    return not line:find('^Title:')
  end, lines())
  expect(vim.deep_equal(rest, before), 'The text is now:\n' .. table.concat(lines(), '\n'))
end)

test('findings follow the text', function()
  wait_for(function()
    return 'There are still:\n' .. messages()
  end, function()
    return not messages():find('This seed has no title', 1, true)
  end)
end)

test('saving adds no line end to a source', function()
  local file = 'seeds/no-line-end.txt'
  vim.fn.mkdir('seeds', 'p')
  vim.fn.writefile({ 'Title: A', '', 'Text' }, file, 'b')
  vim.cmd('edit ' .. file)
  vim.cmd('silent write')
  local bytes = table.concat(vim.fn.readfile(file, 'b'), '\n')
  expect(bytes == 'Title: A\n\nText', 'The file is now: ' .. vim.inspect(bytes))
end)

test('an annotations file that is no YAML is found out', function()
  local file = 'broken.txt.annotations.yaml'
  vim.fn.writefile({ 'annotations:', '  - id: [a' }, file)
  vim.cmd('edit ' .. file)
  wait_for('Nothing was found.', function()
    return #vim.diagnostic.get(0) > 0
  end)
end)

test('other YAML files are left alone', function()
  vim.fn.writefile({ 'a: 1' }, 'other.yaml')
  vim.cmd('edit other.yaml')
  expect(vim.bo.filetype == 'yaml', 'The file type is "' .. vim.bo.filetype .. '".')
  expect(clients() == 0, 'The server was given a YAML file that is not its own.')
end)

say('1..' .. count)
vim.cmd('qall!')
