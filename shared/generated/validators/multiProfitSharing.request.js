"use strict";
exports.request = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","transaction_id","out_order_no","receivers"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"sub_appid":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"transaction_id":{"type":"string","minLength":1,"maxLength":32},"out_order_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"receivers":{"type":"array","minItems":1,"maxItems":50,"items":{"title":"ShareReceiver","type":"object","additionalProperties":false,"required":["type","account","amount","description"],"properties":{"type":{"type":"string","enum":["MERCHANT_ID","PERSONAL_OPENID","PERSONAL_SUB_OPENID"]},"account":{"type":"string","minLength":1,"maxLength":64},"amount":{"type":"integer","minimum":1,"maximum":9007199254740991},"description":{"type":"string","minLength":1,"maxLength":80},"name":{"type":"string","minLength":1,"maxLength":1024}}}}},"if":{"required":["receivers"],"properties":{"receivers":{"type":"array","contains":{"type":"object","required":["type"],"properties":{"type":{"const":"PERSONAL_SUB_OPENID"}}}}}},"then":{"required":["sub_appid"]}};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9A-Za-z_\\-|*@]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.receivers === undefined) && (missing0 = "receivers")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.receivers !== undefined){
let data0 = data.receivers;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data0)){
const _errs5 = errors;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((data1.type === undefined) && (missing1 = "type")){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data1.type !== undefined){
if("PERSONAL_SUB_OPENID" !== data1.type){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
else {
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid2 = _errs6 === errors;
if(valid2){
break;
}
}
if(!valid2){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
else {
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sub_appid === undefined){
const err6 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "sub_appid"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs9 === errors;
valid0 = _valid0;
}
if(!valid0){
const err7 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nonce_str === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nonce_str"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.transaction_id === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "transaction_id"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.out_order_no === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "out_order_no"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.receivers === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "receivers"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "sub_mch_id") || (key0 === "sub_appid")) || (key0 === "nonce_str")) || (key0 === "transaction_id")) || (key0 === "out_order_no")) || (key0 === "receivers"))){
const err12 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.sub_mch_id !== undefined){
let data3 = data.sub_mch_id;
if(typeof data3 === "string"){
if(data3.length > 32 && func2(data3) > 32){
const err13 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3.length < 2 && func2(data3) < 1){
const err14 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.sub_appid !== undefined){
let data4 = data.sub_appid;
if(typeof data4 === "string"){
if(data4.length > 32 && func2(data4) > 32){
const err16 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data4.length < 2 && func2(data4) < 1){
const err17 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.nonce_str !== undefined){
let data5 = data.nonce_str;
if(typeof data5 === "string"){
if(data5.length > 32 && func2(data5) > 32){
const err19 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data5.length < 2 && func2(data5) < 1){
const err20 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.transaction_id !== undefined){
let data6 = data.transaction_id;
if(typeof data6 === "string"){
if(data6.length > 32 && func2(data6) > 32){
const err22 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data6.length < 2 && func2(data6) < 1){
const err23 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.out_order_no !== undefined){
let data7 = data.out_order_no;
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err25 = {instancePath:instancePath+"/out_order_no",schemaPath:"#/properties/out_order_no/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z_\\-|*@]{1,64}$"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/out_order_no",schemaPath:"#/properties/out_order_no/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.receivers !== undefined){
let data8 = data.receivers;
if(Array.isArray(data8)){
if(data8.length > 50){
const err27 = {instancePath:instancePath+"/receivers",schemaPath:"#/properties/receivers/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data8.length < 1){
const err28 = {instancePath:instancePath+"/receivers",schemaPath:"#/properties/receivers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.type === undefined){
const err29 = {instancePath:instancePath+"/receivers/" + i1,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9.account === undefined){
const err30 = {instancePath:instancePath+"/receivers/" + i1,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "account"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data9.amount === undefined){
const err31 = {instancePath:instancePath+"/receivers/" + i1,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "amount"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data9.description === undefined){
const err32 = {instancePath:instancePath+"/receivers/" + i1,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "description"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key1 in data9){
if(!(((((key1 === "type") || (key1 === "account")) || (key1 === "amount")) || (key1 === "description")) || (key1 === "name"))){
const err33 = {instancePath:instancePath+"/receivers/" + i1,schemaPath:"#/properties/receivers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data9.type !== undefined){
let data10 = data9.type;
if(typeof data10 !== "string"){
const err34 = {instancePath:instancePath+"/receivers/" + i1+"/type",schemaPath:"#/properties/receivers/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!(((data10 === "MERCHANT_ID") || (data10 === "PERSONAL_OPENID")) || (data10 === "PERSONAL_SUB_OPENID"))){
const err35 = {instancePath:instancePath+"/receivers/" + i1+"/type",schemaPath:"#/properties/receivers/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema11.properties.receivers.items.properties.type.enum}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data9.account !== undefined){
let data11 = data9.account;
if(typeof data11 === "string"){
if(data11.length > 64 && func2(data11) > 64){
const err36 = {instancePath:instancePath+"/receivers/" + i1+"/account",schemaPath:"#/properties/receivers/items/properties/account/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data11.length < 2 && func2(data11) < 1){
const err37 = {instancePath:instancePath+"/receivers/" + i1+"/account",schemaPath:"#/properties/receivers/items/properties/account/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/receivers/" + i1+"/account",schemaPath:"#/properties/receivers/items/properties/account/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data9.amount !== undefined){
let data12 = data9.amount;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err39 = {instancePath:instancePath+"/receivers/" + i1+"/amount",schemaPath:"#/properties/receivers/items/properties/amount/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 9007199254740991 || isNaN(data12)){
const err40 = {instancePath:instancePath+"/receivers/" + i1+"/amount",schemaPath:"#/properties/receivers/items/properties/amount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data12 < 1 || isNaN(data12)){
const err41 = {instancePath:instancePath+"/receivers/" + i1+"/amount",schemaPath:"#/properties/receivers/items/properties/amount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data9.description !== undefined){
let data13 = data9.description;
if(typeof data13 === "string"){
if(data13.length > 80 && func2(data13) > 80){
const err42 = {instancePath:instancePath+"/receivers/" + i1+"/description",schemaPath:"#/properties/receivers/items/properties/description/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data13.length < 2 && func2(data13) < 1){
const err43 = {instancePath:instancePath+"/receivers/" + i1+"/description",schemaPath:"#/properties/receivers/items/properties/description/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/receivers/" + i1+"/description",schemaPath:"#/properties/receivers/items/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data9.name !== undefined){
let data14 = data9.name;
if(typeof data14 === "string"){
if(data14.length > 1024 && func2(data14) > 1024){
const err45 = {instancePath:instancePath+"/receivers/" + i1+"/name",schemaPath:"#/properties/receivers/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data14.length < 2 && func2(data14) < 1){
const err46 = {instancePath:instancePath+"/receivers/" + i1+"/name",schemaPath:"#/properties/receivers/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/receivers/" + i1+"/name",schemaPath:"#/properties/receivers/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/receivers/" + i1,schemaPath:"#/properties/receivers/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/receivers",schemaPath:"#/properties/receivers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
