"use strict";
exports.accepts = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","receiver"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"sub_appid":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"receiver":{"title":"ReceiverToAdd","type":"object","additionalProperties":false,"required":["type","account","relation_type"],"properties":{"type":{"type":"string","enum":["MERCHANT_ID","PERSONAL_OPENID","PERSONAL_SUB_OPENID"]},"account":{"type":"string","minLength":1,"maxLength":64},"name":{"type":"string","minLength":1,"maxLength":1024},"relation_type":{"type":"string","enum":["SERVICE_PROVIDER","STORE","STAFF","STORE_OWNER","PARTNER","HEADQUARTER","BRAND","DISTRIBUTOR","USER","SUPPLIER","CUSTOM","PLATFORM","OTHERS"]},"custom_relation":{"type":"string","minLength":1,"maxLength":10}},"allOf":[{"if":{"required":["type"],"properties":{"type":{"const":"MERCHANT_ID"}}},"then":{"required":["name"]}},{"if":{"required":["relation_type"],"properties":{"relation_type":{"const":"CUSTOM"}}},"then":{"required":["custom_relation"]},"else":{"properties":{"custom_relation":false}}}]}},"if":{"required":["receiver"],"properties":{"receiver":{"type":"object","required":["type"],"properties":{"type":{"const":"PERSONAL_SUB_OPENID"}}}}},"then":{"required":["sub_appid"]}};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.receiver === undefined) && (missing0 = "receiver")){
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
if(data.receiver !== undefined){
let data0 = data.receiver;
const _errs3 = errors;
if(errors === _errs3){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((data0.type === undefined) && (missing1 = "type")){
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
if(data0.type !== undefined){
if("PERSONAL_SUB_OPENID" !== data0.type){
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
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.sub_appid === undefined) && (missing2 = "sub_appid")){
return false;
}
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate10.errors = vErrors;
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((data.nonce_str === undefined) && (missing3 = "nonce_str")) || ((data.receiver === undefined) && (missing3 = "receiver"))){
return false;
}
else {
const _errs7 = errors;
for(const key0 in data){
if(!((((key0 === "sub_mch_id") || (key0 === "sub_appid")) || (key0 === "nonce_str")) || (key0 === "receiver"))){
return false;
break;
}
}
if(_errs7 === errors){
if(data.sub_mch_id !== undefined){
let data2 = data.sub_mch_id;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(data2.length > 32 && func2(data2) > 32){
return false;
}
else {
if(data2.length < 2 && func2(data2) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.sub_appid !== undefined){
let data3 = data.sub_appid;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(data3.length > 32 && func2(data3) > 32){
return false;
}
else {
if(data3.length < 2 && func2(data3) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.nonce_str !== undefined){
let data4 = data.nonce_str;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data4 === "string"){
if(data4.length > 32 && func2(data4) > 32){
return false;
}
else {
if(data4.length < 2 && func2(data4) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.receiver !== undefined){
let data5 = data.receiver;
const _errs14 = errors;
const _errs16 = errors;
const _errs17 = errors;
let valid5 = true;
const _errs18 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing4;
if((data5.type === undefined) && (missing4 = "type")){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(data5.type !== undefined){
if("MERCHANT_ID" !== data5.type){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
var _valid1 = _errs18 === errors;
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs20 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing5;
if((data5.name === undefined) && (missing5 = "name")){
return false;
}
}
var _valid1 = _errs20 === errors;
valid5 = _valid1;
}
if(!valid5){
const err7 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate10.errors = vErrors;
return false;
}
var valid4 = _errs16 === errors;
if(valid4){
const _errs21 = errors;
const _errs22 = errors;
let valid7 = true;
const _errs23 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing6;
if((data5.relation_type === undefined) && (missing6 = "relation_type")){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
if(data5.relation_type !== undefined){
if("CUSTOM" !== data5.relation_type){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
var _valid2 = _errs23 === errors;
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid2){
const _errs25 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing7;
if((data5.custom_relation === undefined) && (missing7 = "custom_relation")){
return false;
}
}
var _valid2 = _errs25 === errors;
valid7 = _valid2;
ifClause0 = "then";
}
else {
const _errs26 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.custom_relation !== undefined){
return false;
}
}
var _valid2 = _errs26 === errors;
valid7 = _valid2;
ifClause0 = "else";
}
if(!valid7){
const err10 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/allOf/1/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
validate10.errors = vErrors;
return false;
}
var valid4 = _errs21 === errors;
}
if(errors === _errs14){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing8;
if((((data5.type === undefined) && (missing8 = "type")) || ((data5.account === undefined) && (missing8 = "account"))) || ((data5.relation_type === undefined) && (missing8 = "relation_type"))){
return false;
}
else {
const _errs27 = errors;
for(const key1 in data5){
if(!(((((key1 === "type") || (key1 === "account")) || (key1 === "name")) || (key1 === "relation_type")) || (key1 === "custom_relation"))){
return false;
break;
}
}
if(_errs27 === errors){
if(data5.type !== undefined){
let data9 = data5.type;
const _errs28 = errors;
if(typeof data9 !== "string"){
return false;
}
if(!(((data9 === "MERCHANT_ID") || (data9 === "PERSONAL_OPENID")) || (data9 === "PERSONAL_SUB_OPENID"))){
return false;
}
var valid10 = _errs28 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data5.account !== undefined){
let data10 = data5.account;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data10 === "string"){
if(data10.length > 64 && func2(data10) > 64){
return false;
}
else {
if(data10.length < 2 && func2(data10) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid10 = _errs30 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data5.name !== undefined){
let data11 = data5.name;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data11 === "string"){
if(data11.length > 1024 && func2(data11) > 1024){
return false;
}
else {
if(data11.length < 2 && func2(data11) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid10 = _errs32 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data5.relation_type !== undefined){
let data12 = data5.relation_type;
const _errs34 = errors;
if(typeof data12 !== "string"){
return false;
}
if(!(((((((((((((data12 === "SERVICE_PROVIDER") || (data12 === "STORE")) || (data12 === "STAFF")) || (data12 === "STORE_OWNER")) || (data12 === "PARTNER")) || (data12 === "HEADQUARTER")) || (data12 === "BRAND")) || (data12 === "DISTRIBUTOR")) || (data12 === "USER")) || (data12 === "SUPPLIER")) || (data12 === "CUSTOM")) || (data12 === "PLATFORM")) || (data12 === "OTHERS"))){
return false;
}
var valid10 = _errs34 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data5.custom_relation !== undefined){
let data13 = data5.custom_relation;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data13 === "string"){
if(data13.length > 10 && func2(data13) > 10){
return false;
}
else {
if(data13.length < 2 && func2(data13) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid10 = _errs36 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid3 = _errs14 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
