'use strict';

// LivePerson's own agent SDK, unchanged, asks this service where its services live, signs in and refreshes its session;
// then a skill list is read and a special occasion written with what it was given.

const assert = require('node:assert');
const { promisify } = require('node:util');
const CSDSClient = require('node-agent-sdk/lib/CSDSClient');
const services = require('node-agent-sdk/lib/ExternalServices');

const account = '31415926';
const [host] = process.argv.slice(2);

async function call(method, domain, bearer, path, body) {
    const answer = await fetch(`https://${domain}/api/account/${account}/configuration/${path}`, {
        method,
        headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
        body: body && JSON.stringify(body)
    });
    assert.strictEqual(answer.status, 200);
    return answer.json();
}

async function main() {
    const csds = new CSDSClient({ csdsDomain: host, accountId: account });
    const domains = await promisify(csds.getAll.bind(csds))();
    assert.deepStrictEqual(new Set(Object.values(domains)), new Set([host]));

    const [login, jar] = await new Promise((done, failed) => services.login(
        { domain: domains.agentVep, accountId: account, username: 'planner', password: process.env.CALLER_KEY },
        (error, answer, cookies) => error ? failed(error) : done([answer, cookies])));
    assert.strictEqual(login.bearer, process.env.CALLER_KEY);

    await promisify(services.refreshSession)(
        { domain: domains.agentVep, accountId: account, csrf: login.csrf, jar });

    const skills = await call('GET', domains.accountConfigReadOnly, login.bearer, 'le-users/skills?v=2.0');
    assert.ok(skills.length > 0);
    const name = `Written by a client ${Date.now()}`;
    const occasions = 'ac-common/specialoccasion?v=1.0';
    await call('POST', domains.accountConfigReadWrite, login.bearer, occasions,
        { name, description: '', isDefault: false, events: [] });
    const read = await call('GET', domains.accountConfigReadOnly, login.bearer, occasions);
    assert.ok(read.some(each => each.name === name));
}

main().then(() => console.log('node-agent-sdk: look-up, login, refresh, read, write: as it wants them'));
